-- Neovim 0.10: start planls for Markdown, and complete blocks of several lines with their tab stops, which that
-- version's omni completion puts into one line. From 0.11 on lsp/planls.lua is enough.
local capabilities = vim.lsp.protocol.make_client_capabilities()
capabilities.textDocument.completion.completionItem.snippetSupport = true

vim.api.nvim_create_autocmd("FileType", {
  pattern = "markdown",
  callback = function(event)
    vim.lsp.start({
      name = "planls",
      cmd = { "planls", "server" },
      root_dir = vim.fs.root(event.buf, { ".git", "planls.toml", ".planls.toml" }),
      capabilities = capabilities,
    })
  end,
})

vim.api.nvim_create_autocmd("CompleteDone", {
  callback = function()
    local done = vim.v.completed_item
    local item = vim.tbl_get(done, "user_data", "nvim", "lsp", "completion_item")
    if item and item.insertTextFormat == 2 and done.word:find("\n") then
      local row, column = unpack(vim.api.nvim_win_get_cursor(0))
      vim.api.nvim_buf_set_text(0, row - 1, column - #done.word, row - 1, column, { "" })
      vim.snippet.expand(item.textEdit.newText)
    end
  end,
})
