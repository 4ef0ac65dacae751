// What elements that show a run have in common: the store they follow. It is handed to them, or to an element around
// them, so that one page can hold several pictures of several programs.
import { LitElement, type ReactiveController } from 'lit';
import { property } from 'lit/decorators.js';
import { Store, type Change } from '../state/store.ts';

export class StoreElement extends LitElement {
  /** Of the nearest element around this one that has a store, unless it is given. */
  @property({ attribute: false }) store!: Store;

  override connectedCallback(): void {
    this.store ??= storeAround(this);
    super.connectedCallback();
  }
}

function storeAround(element: Element): Store {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    const { store } = node as { store?: unknown };
    if (store instanceof Store) return store;
  }
  throw new Error(`<${element.localName}> has no store: set its property, or put it inside an element that has one`);
}

/** Makes an element follow its store: it is drawn again when something of `what` has changed. */
export class Follow implements ReactiveController {
  private followed: Store | undefined;

  constructor(
    private readonly host: StoreElement,
    private readonly what: readonly Change[],
    private readonly then?: (what: Change) => void,
  ) {
    host.addController(this);
  }

  private readonly listen = (event: Event): void => {
    const what = (event as CustomEvent<Change>).detail;
    if (!this.what.includes(what)) return;
    this.then?.(what);
    this.host.requestUpdate();
  };

  hostConnected(): void {
    this.follow(this.host.store);
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  /** Another store was handed over: all of it is news. */
  hostUpdate(): void {
    if (!this.host.isConnected || this.followed === this.host.store) return;
    this.follow(this.host.store);
    for (const what of this.what) this.then?.(what);
  }

  private follow(store: Store | undefined): void {
    if (store === this.followed) return;
    this.followed?.removeEventListener('change', this.listen);
    this.followed = store;
    store?.addEventListener('change', this.listen);
  }
}
