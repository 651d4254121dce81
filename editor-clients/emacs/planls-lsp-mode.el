;;; planls-lsp-mode.el --- Review plans with planls while typing  -*- lexical-binding: t -*-

;;; Commentary:

;; planls for lsp-mode: every Markdown buffer is reviewed; one that is no plan gets no finding.

;;; Code:

(require 'lsp-mode)

(lsp-register-client
 (make-lsp-client :server-id 'planls
                  :new-connection (lsp-stdio-connection '("planls" "server"))
                  :activation-fn (lsp-activate-on "markdown")
                  :initialization-options '(:positionEncoding "utf-32") ; lsp-mode counts characters
                  :add-on? t))
(add-hook 'markdown-mode-hook #'lsp-deferred)

(provide 'planls-lsp-mode)
;;; planls-lsp-mode.el ends here
