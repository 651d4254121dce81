;;; drive.el --- Open a plan in Emacs, read its findings, apply a fix, complete, save  -*- lexical-binding: t -*-

;; Environment: PLANLS_PLAN the file, PLANLS_RULE the code of the rule whose finding is fixed,
;; PLANLS_LOOK, if set, leaves it at looking; PLANLS_LINE and PLANLS_TYPED, if set, the line that is completed
;; after the fix and what is typed there; PLANLS_REPORT the file that receives what was seen, as JSON. The
;; configuration under test (editor-clients/emacs) is on the load path; `planls' is on the PATH.
;;
;; Who loads this has defined, for its client: `drive-start' to connect the buffer, `drive-code' for the code
;; that the server gave a flymake diagnostic, `drive-fix' for the quick fix at point, `drive-complete' for the
;; completion at point, and `drive-stop'.

(require 'json)
(require 'flymake)

(defconst drive-deadline 60 "Seconds after which a wait is an error.")

(defun drive-wait (what ready)
  "Serve the connection until READY returns non-nil and return that; WHAT is for the error."
  (let ((until (+ (float-time) drive-deadline)) (value nil))
    (while (not (setq value (funcall ready)))
      (when (> (float-time) until) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    value))

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

(defun drive-mend ()
  "Apply the quick fix at point, complete what the test types, and save."
  (let ((before (buffer-modified-tick)))
    (drive-fix)
    (drive-wait "the edit" (lambda () (> (buffer-modified-tick) before))))
  (when (getenv "PLANLS_LINE")
    (goto-char (point-min))
    (forward-line (1- (string-to-number (getenv "PLANLS_LINE"))))
    (insert (getenv "PLANLS_TYPED"))
    (drive-complete))
  (save-buffer))                        ; also tells the server: batch mode has no idle time

(defun drive ()
  "Do what the environment asks for."
  (switch-to-buffer (find-file-noselect (getenv "PLANLS_PLAN")))
  (drive-start)
  (flymake-mode 1)
  (flymake-start)                       ; by hand: batch mode shows no window
  (goto-char (flymake-diagnostic-beg (drive-wait "the finding" #'drive-finding)))
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode (vconcat (mapcar #'drive-seen (flymake-diagnostics))))
                  nil (getenv "PLANLS_REPORT")))
  (unless (getenv "PLANLS_LOOK")
    (drive-mend)
    (drive-wait "the finding to go" (lambda () (not (drive-finding)))))
  (drive-stop))

(provide 'drive)
;;; drive.el ends here
