;;; planls.el --- Review plans with planls while typing  -*- lexical-binding: t -*-

;;; Commentary:

;; planls for Eglot: every Markdown buffer is reviewed; one that is no plan gets no finding.

;;; Code:

(require 'eglot)

(add-to-list 'eglot-server-programs '((markdown-mode gfm-mode) . ("planls" "server")))
(add-hook 'markdown-mode-hook #'eglot-ensure)

(provide 'planls)
;;; planls.el ends here
