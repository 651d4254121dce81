;;; drive.el --- Open a plan in Emacs, read its findings, apply a fix, save  -*- lexical-binding: t -*-

;; Environment: PLANLS_PLAN the file, PLANLS_RULE the code of the rule whose finding is fixed,
;; PLANLS_LOOK, if set, leaves it at looking;
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

(defun drive-code (diagnostic)
  "Return the code that the server gave a flymake DIAGNOSTIC."
  (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)) :code))

(defun drive-finding ()
  "Return the buffer's first finding of the rule that the test asks for."
  (seq-find (lambda (one) (equal (drive-code one) (getenv "PLANLS_RULE"))) (flymake-diagnostics)))

(defun drive-seen (diagnostic)
  "Return code, line, column in characters (both from 1) and underlined text of DIAGNOSTIC."
  (let ((beg (flymake-diagnostic-beg diagnostic)) (end (flymake-diagnostic-end diagnostic)))
    (save-excursion
      (goto-char beg)
      (list (drive-code diagnostic)
            (line-number-at-pos)
            (1+ (- beg (line-beginning-position)))
            (buffer-substring-no-properties beg end)))))

(switch-to-buffer (find-file-noselect (getenv "PLANLS_PLAN")))
(run-hooks 'post-command-hook)          ; what `eglot-ensure' waits for; batch mode has no commands
(drive-wait "the server" #'eglot-current-server)
(flymake-mode 1)
(flymake-start)                         ; by hand: batch mode shows no window

(goto-char (flymake-diagnostic-beg (drive-wait "the finding" #'drive-finding)))
(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode (vconcat (mapcar #'drive-seen (flymake-diagnostics))))
                nil (getenv "PLANLS_REPORT")))

(unless (getenv "PLANLS_LOOK")
  (let ((before (buffer-modified-tick)))
    (apply #'eglot-code-actions (append (eglot--region-bounds) '("quickfix" t))) ; C-u M-x eglot-code-actions
    (drive-wait "the edit" (lambda () (> (buffer-modified-tick) before))))
  (save-buffer)                         ; also tells the server: batch mode has no idle time
  (drive-wait "the finding to go" (lambda () (not (drive-finding)))))
(eglot-shutdown (eglot-current-server))
;;; drive.el ends here
