/** The search of an archive as an element; `embed.js` defines it. */
export interface DigestSearchElement extends HTMLElement {
  /** Searches for a text, or for what is typed. */
  search(text?: string): void;
  addEventListener<K extends keyof DigestSearchEventMap>(type: K, listener: (this: DigestSearchElement, event: DigestSearchEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof DigestSearchEventMap>(type: K, listener: (this: DigestSearchElement, event: DigestSearchEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

export interface DigestSearchEventMap extends HTMLElementEventMap {
  /** Hits are shown. */
  "ds-search": CustomEvent<{ query: string; total: number; page: number }>;
  /** A paper was chosen; `preventDefault()` keeps the reader here. The id is null for a suggestion. */
  "ds-select": CustomEvent<{ id: string | null; title: string; url: string }>;
  /** The search did not answer. */
  "ds-error": CustomEvent<{ message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "digest-search": DigestSearchElement;
  }
}
