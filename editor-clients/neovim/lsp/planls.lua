-- Neovim 0.11 and later: vim.lsp.enable("planls") starts this for Markdown.
return {
  cmd = { "planls", "server" },
  filetypes = { "markdown" },
  root_markers = { { ".git", "planls.toml", ".planls.toml" } },
  on_attach = function(client, buffer)
    vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = true })
  end,
}
