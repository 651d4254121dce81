;;; drive.el --- Open a plan in Emacs, read a finding, apply its fix, save  -*- lexical-binding: t -*-

;; Environment: PLANLS_PLAN the file, PLANLS_RULE the code of the rule whose finding is fixed,
;; PLANLS_REPORT the file that receives what was seen, as JSON. The configuration under test
;; (editor-clients/emacs/planls.el) is on the load path; `planls' is on the PATH.

(package-initialize)
(require 'json)
(require 'planls)

(defconst drive-deadline 60 "Seconds after which a wait is an error.")

(defun drive-wait (what ready)
  "Serve the connection until READY returns non-nil and return that; WHAT is for the error."
  (let ((until (+ (float-time) drive-deadline)) (value nil))
    (while (not (setq value (funcall ready)))
      (when (> (float-time) until) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    value))

(defun drive-lsp (diagnostic)
  "Return what the server said of a flymake DIAGNOSTIC."
  (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)))

(defun drive-findings ()
  "Return the buffer's findings of the rule that the test asks for."
  (seq-filter (lambda (one) (equal (plist-get (drive-lsp one) :code) (getenv "PLANLS_RULE")))
              (flymake-diagnostics)))

(defun drive-place (diagnostic)
  "Return line, column in characters (both from 1) and underlined text of DIAGNOSTIC."
  (let ((beg (flymake-diagnostic-beg diagnostic)) (end (flymake-diagnostic-end diagnostic)))
    `((line . ,(line-number-at-pos beg))
      (column . ,(1+ (save-excursion (goto-char beg) (- beg (line-beginning-position)))))
      (text . ,(buffer-substring-no-properties beg end))
      (message . ,(plist-get (drive-lsp diagnostic) :message)))))

(defun drive-report (&rest seen)
  "Write the alist SEEN to the report file."
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode seen) nil (getenv "PLANLS_REPORT"))))

(switch-to-buffer (find-file-noselect (getenv "PLANLS_PLAN")))
(run-hooks 'post-command-hook)          ; what `eglot-ensure' waits for; batch mode has no commands
(drive-wait "the server" #'eglot-current-server)
(flymake-mode 1)
(flymake-start)                         ; by hand: batch mode shows no window

(let ((findings (drive-wait "findings" #'drive-findings)) (before (buffer-modified-tick)))
  (setq findings (mapcar #'drive-place findings))
  (goto-char (flymake-diagnostic-beg (car (drive-findings))))
  (apply #'eglot-code-actions (append (eglot--region-bounds) '("quickfix" t))) ; C-u M-x eglot-code-actions
  (drive-wait "the edit" (lambda () (> (buffer-modified-tick) before)))
  (drive-wait "the finding to go" (lambda () (not (drive-findings))))
  (save-buffer)
  (drive-report (cons 'findings (vconcat findings))
                (cons 'mode (symbol-name major-mode))
                (cons 'server (plist-get (eglot--server-info (eglot-current-server)) :name))))
(eglot-shutdown (eglot-current-server))
;;; drive.el ends here
