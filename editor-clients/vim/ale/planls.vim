" Description: planls reviews plans and specs while they are being typed

function! ale_linters#markdown#planls#Root(buffer) abort
    for l:marker in [
    \   ale#path#FindNearestDirectory(a:buffer, '.git'),
    \   ale#path#FindNearestFile(a:buffer, 'planls.toml'),
    \   ale#path#FindNearestFile(a:buffer, '.planls.toml'),
    \]
        if !empty(l:marker)
            return fnamemodify(substitute(l:marker, '/$', '', ''), ':h')
        endif
    endfor

    return expand('#' . a:buffer . ':p:h')
endfunction

" ALE completes the word at the cursor, no block of lines. So it gets the first line's word, and the block is to
" take that line's place when the word is chosen.
function! ale_linters#markdown#planls#Complete(buffer, item) abort
    let l:edit = a:item.textEdit
    let l:block = copy(l:edit)
    let l:start = b:ale_completion_info.column - 1 - len(b:ale_completion_info.prefix)
    let l:line = matchstr(l:edit.newText, '^[^\n]*')
    let l:edit.newText = matchstr(l:line[max([0, l:start - l:edit.range.start.character]) :], '^[^(]*')
    let l:block.range = deepcopy(l:edit.range)
    let l:block.range.end.character = l:start + len(l:edit.newText)
    let a:item.additionalTextEdits = get(a:item, 'additionalTextEdits', []) + [l:block]

    return 1
endfunction

" ALE counts columns in bytes.
call ale#linter#Define('markdown', {
\   'name': 'planls',
\   'lsp': 'stdio',
\   'executable': 'planls',
\   'command': '%e server',
\   'project_root': function('ale_linters#markdown#planls#Root'),
\   'initialization_options': {'positionEncoding': 'utf-8'},
\   'completion_filter': function('ale_linters#markdown#planls#Complete'),
\})
