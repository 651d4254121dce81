//! Starts `planls server` for Markdown: the one on the project's PATH.

use zed_extension_api::{self as zed, LanguageServerId, Result, Worktree};

struct Planls;

impl zed::Extension for Planls {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<zed::Command> {
        let command = worktree
            .which("planls")
            .ok_or("planls is not on the PATH; install it and restart Zed")?;
        Ok(zed::Command {
            command,
            args: vec!["server".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Planls);
