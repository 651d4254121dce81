;;; drive-lsp-mode.el --- Drive Emacs with lsp-mode  -*- lexical-binding: t -*-

(package-initialize)
(require 'yasnippet)
(require 'company)
(require 'planls-lsp-mode)
(require 'drive)
(yas-global-mode 1)
(setq lsp-auto-guess-root t)            ; batch mode cannot be asked for the root

(defun drive-start ()
  "Start lsp-mode, which `lsp-deferred' does as soon as Emacs is idle, and wait for it."
  (lsp)
  (drive-wait "the server" (lambda () (seq-find #'drive-initialized (lsp-workspaces)))))

(defun drive-initialized (workspace)
  "Tell whether the server of WORKSPACE answered."
  (eq 'initialized (lsp--workspace-status workspace)))

(defun drive-code (diagnostic)
  "Return the code that the server gave a flymake DIAGNOSTIC, which itself has only the message."
  (let ((message (flymake-diagnostic-text diagnostic)))
    (seq-some (lambda (one) (when (equal message (gethash "message" one)) (gethash "code" one)))
              (lsp--get-buffer-diagnostics))))

(defun drive-fix ()
  "Apply the first quick fix at point, as M-x lsp-execute-code-action does once it is chosen."
  (lsp-execute-code-action
   (seq-find (lambda (one) (equal "quickfix" (lsp:code-action-kind? one))) (lsp-code-actions-at-point))))

(defun drive-complete ()
  "Complete with company-mode, as lsp-mode wants it."
  (company-mode 1)
  (company-manual-begin)
  (company-complete-selection))

(defun drive-stop ()
  "End the server."
  (lsp-workspace-shutdown (car (lsp-workspaces))))

(drive)
;;; drive-lsp-mode.el ends here
