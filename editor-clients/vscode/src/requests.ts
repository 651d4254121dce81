/** The requests of the server's own, as server/README.md describes them. */

import type { LanguageClient, Location, Range } from 'vscode-languageclient/node';

export interface Count {
    readonly done: number;
    readonly total: number;
}

export interface Overview {
    readonly kind: string;
    readonly state: 'draft' | 'worked' | 'done';
    readonly steps: Count;
    readonly tasks: Count;
    readonly checks: Count;
    /** All of it as a sentence; empty where there is nothing to count. */
    readonly told: string;
}

export interface Companion {
    readonly role: string;
    readonly uri: string;
    /** How it is known: "front matter", "a link", "its name". */
    readonly told: string;
}

export interface Technology {
    readonly name: string;
    /** null: no notes say what is in scope. */
    readonly standing: 'yes' | 'no' | 'near' | 'extra' | 'aside' | null;
    readonly because: string | null;
    readonly named: Location | null;
    readonly uses: readonly { readonly range: Range; readonly text: string }[];
}

export interface Scope {
    readonly sources: readonly Companion[];
    readonly technologies: readonly Technology[];
}

export interface Kind {
    readonly name: string;
    readonly title: string;
}

export interface Template {
    readonly text: string;
    readonly snippet: string;
}

/** The questions that can be asked of a server; null: the document is none that it looks at. */
export class Requests {
    constructor(private readonly client: LanguageClient) {}

    overview(uri: string): Promise<Overview | null> {
        return this.client.sendRequest('planls/overview', { textDocument: { uri } });
    }

    companions(uri: string): Promise<readonly Companion[] | null> {
        return this.client.sendRequest('planls/companions', { textDocument: { uri } });
    }

    scope(uri: string): Promise<Scope | null> {
        return this.client.sendRequest('planls/scope', { textDocument: { uri } });
    }

    /** The kinds under the configuration that counts for a file at this place; null: the default one. */
    kinds(uri: string | null): Promise<readonly Kind[]> {
        return this.client.sendRequest('planls/kinds', { uri });
    }

    template(kind: string, uri: string | null): Promise<Template> {
        return this.client.sendRequest('planls/template', { kind, uri });
    }
}
