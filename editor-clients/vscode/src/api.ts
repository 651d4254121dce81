/** What the extension exports, for other extensions and for its own tests. */

import type { Event } from 'vscode';

export interface Api {
    /** The server's state: starting, running, missing or stopped. */
    readonly state: string;
    /** What the status bar item says; empty while it is hidden. */
    readonly status: string;
    /** Fires when either may have changed. */
    readonly onDidChange: Event<void>;
}
