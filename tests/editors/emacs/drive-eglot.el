;;; drive-eglot.el --- Drive Emacs with Eglot  -*- lexical-binding: t -*-

(package-initialize)
(require 'yasnippet)
(require 'planls)
(require 'drive)
(yas-global-mode 1)

(defun drive-start ()
  "Wait for Eglot, which batch mode leaves waiting for the end of a command."
  (run-hooks 'post-command-hook)
  (drive-wait "the server" #'eglot-current-server))

(defun drive-code (diagnostic)
  "Return the code that the server gave a flymake DIAGNOSTIC."
  (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)) :code))

(defun drive-fix ()
  "Apply the only quick fix at point, as C-u M-x eglot-code-actions does."
  (apply #'eglot-code-actions (append (eglot--region-bounds) '("quickfix" t))))

(defun drive-complete ()
  "Complete as C-M-i does."
  (completion-at-point))

(defun drive-stop ()
  "End the server."
  (eglot-shutdown (eglot-current-server)))

(drive)
;;; drive-eglot.el ends here
