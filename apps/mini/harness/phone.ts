import { BuiltPackage } from './package-files';
import { CanvasNode } from './canvas';
import { MiniProgramRuntime, type OpenPage } from './runtime';
import { controlFor, tappableFor, textOf } from './page-text';
import { WechatAccount, type WechatUser } from './wx-account';
import { newSurroundings, type Surroundings } from './surroundings';
import { deviceApis } from './wx-device';
import { PhoneNetwork } from './wx-network';
import { createSelectorQuery, type Found } from './wx-selector';
import { PhoneStorage, settle } from './wx-storage';

export interface PhoneOptions {
  /** The built folder, `dist/weapp`. */
  dist: string;
  /** Where the real API listens, e.g. `http://127.0.0.1:4780`. */
  apiBase: string;
  /** Window size in px; a phone's when left out. */
  size?: { width: number; height: number };
  /** Who uses WeChat on it; without one `wx.login` fails. */
  wechat?: WechatUser;
  /** Storage of an earlier run, to start the app again on the same phone. */
  storage?: PhoneStorage;
}
type NavigationOptions = { url: string; delta?: number; success?: (result: unknown) => void };

const patienceMs = 8_000;
const deepestStack = 10;

/** Starts a built mini-program as WeChat would. Nothing of it is replaced: only `wx` and the screen are ours. */
export async function openMiniProgram(options: PhoneOptions): Promise<Phone> {
  return new Phone(options);
}

/** A phone in a person's hand: what is on it, and what a finger can do. */
export class Phone {
  readonly network: PhoneNetwork;
  readonly storage: PhoneStorage;
  readonly wechat: WechatAccount;
  readonly around: Surroundings;
  private readonly runtime: MiniProgramRuntime;
  private readonly built: BuiltPackage;
  private readonly canvases = new WeakMap<Element, CanvasNode>();
  private stack: OpenPage[] = [];
  private launched = false;

  constructor(private readonly options: PhoneOptions) {
    this.built = new BuiltPackage(options.dist);
    this.network = new PhoneNetwork(options.apiBase);
    this.storage = options.storage ?? new PhoneStorage();
    this.wechat = new WechatAccount(options.wechat);
    this.around = newSurroundings(options.size ?? { width: 375, height: 812 });
    this.runtime = new MiniProgramRuntime(this.built, this.wx(), () => this.stack.map((page) => page.caller));
  }

  /** Errors the app threw or wrote to the console; empty when all is well. */
  get errors(): string[] {
    return this.runtime.errors;
  }

  /** The path of the page on top, without its query. */
  get route(): string {
    return this.top.path;
  }

  /** Opens the app at a page, as a QR code does. */
  async open(url: string): Promise<void> {
    if (!this.launched) {
      this.launched = true;
      this.runtime.launch({ path: url.split('?')[0], query: queryOf(url), scene: 1047 });
    }
    this.goTo(url, 'reLaunch');
    await this.until(() => this.text() !== '', `${url} shows something`);
  }

  /** All words on the page on top, a line for each block. */
  text(): string {
    return this.stack.length === 0 ? '' : textOf(this.top.element);
  }

  /** Waits until the words stand on the page. */
  async sees(words: string | RegExp): Promise<void> {
    const matches = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
    await this.until(() => matches(this.text()), `“${words}” is on the page`);
  }

  /** Taps what bears this label; waits until it is there and can be pressed. */
  async tap(label: string): Promise<void> {
    await this.until(() => tappableFor(this.top.element, label) !== null, `“${label}” can be tapped`);
    const target = tappableFor(this.top.element, label) as Element;
    const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 };
    this.dispatch(target, 'touchstart', {}, [touch]);
    this.dispatch(target, 'touchend', {}, [], [touch]);
    this.wechat.isTapped = true;
    this.dispatch(target, 'tap', { x: 10, y: 10 }, [touch]);
    this.wechat.isTapped = false;
    const button = target.closest('wx-button[open-type="getPhoneNumber"]');
    if (button) this.dispatch(button, 'getphonenumber', await this.wechat.phoneNumberEvent(), [], [], false);
    await this.rest();
  }

  /** Types into the field with this label or placeholder, in place of what stood there. */
  async type(label: string, value: string): Promise<void> {
    await this.until(() => controlFor(this.top.element, label) !== null, `there is a field “${label}”`);
    const field = controlFor(this.top.element, label) as Element;
    this.dispatch(field, 'focus', { value: field.getAttribute('value') ?? '', height: 0 }, [], [], false);
    this.dispatch(field, 'input', { value, cursor: value.length, keyCode: 0 }, [], [], false);
    await this.rest();
    this.dispatch(field, 'blur', { value, cursor: value.length }, [], [], false);
    await this.rest();
  }

  /** Draws a short wave into the signature box. */
  async sign(): Promise<void> {
    const surface = () => this.top.element.querySelector('wx-canvas');
    await this.until(() => this.canvases.get(surface() as Element)?.isPrepared === true, 'there is a box to sign in');
    const canvas = surface() as Element;
    for (const [index, type] of ['touchstart', ...Array<string>(12).fill('touchmove'), 'touchend'].entries()) {
      const touch = { identifier: 0, x: 40 + index * 16, y: 80 + (index % 2) * 40 };
      this.dispatch(canvas, type, {}, type === 'touchend' ? [] : [touch], [touch]);
      await pause(5);
    }
    await this.rest();
  }

  async back(): Promise<void> {
    this.goBack(1);
    await this.rest();
  }

  /** Cuts or restores the network. */
  async goOffline(): Promise<void> {
    this.network.switchTo(false);
    await this.rest();
  }

  async goOnline(): Promise<void> {
    this.network.switchTo(true);
    await this.rest();
  }

  /** The app is killed and started anew on the same phone; storage remains. */
  async restart(url: string): Promise<Phone> {
    this.close();
    const phone = new Phone({ ...this.options, storage: this.storage });
    await phone.open(url);
    return phone;
  }

  close(): void {
    this.runtime.close();
  }

  /** Waits for a condition; on giving up says what is on the screen instead. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!condition()) {
      if (Date.now() > deadline) {
        throw new Error(
          `Waited in vain: ${what}.\nPage: ${this.stack.at(-1)?.path}\n${this.text()}\n` +
            `Toasts: ${this.around.toasts.join(' | ')}\nErrors: ${this.errors.join('\n')}`,
        );
      }
      await pause(10);
    }
  }

  private get top(): OpenPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('No page is open.');
    return top;
  }

  private dispatch(
    node: Element,
    type: string,
    detail: object,
    touches: object[],
    changed = touches,
    bubbles = true,
  ): void {
    const { Event } = this.runtime.glassEasel;
    Event.triggerEvent(this.runtime.elementBehind(node), type, detail, {
      bubbles,
      composed: bubbles,
      extraFields: { touches, changedTouches: changed },
    });
  }

  private async rest(): Promise<void> {
    await pause(20);
  }

  private goTo(url: string, how: 'navigateTo' | 'redirectTo' | 'reLaunch'): void {
    const [rawPath = ''] = url.split('?');
    const base = this.stack.at(-1)?.path.split('/').slice(0, -1).join('/') ?? '';
    const path = rawPath.startsWith('.')
      ? new URL(rawPath, `x:/${base}/`).pathname.slice(1)
      : rawPath.replace(/^\//, '');
    if (!this.built.pages.includes(path)) throw new Error(`${how}:fail page "${path}" is not found`);
    if (how === 'navigateTo' && this.stack.length >= deepestStack)
      throw new Error(`${how}:fail webview count limit exceed`);
    if (how === 'navigateTo') this.stack.at(-1)?.caller.onHide?.();
    if (how === 'redirectTo') this.stack.pop()?.close();
    if (how === 'reLaunch') for (const page of this.stack.splice(0).reverse()) page.close();
    const slot = this.stack.length;
    // getCurrentPages already holds the page while its onLoad runs.
    const page = this.runtime.openPage(path, queryOf(url));
    this.stack[slot] = page;
    this.showOnlyTop();
  }

  private goBack(delta: number): void {
    for (let step = 0; step < delta && this.stack.length > 1; step += 1) this.stack.pop()?.close();
    this.top.caller.onShow?.();
    this.showOnlyTop();
  }

  private showOnlyTop(): void {
    for (const page of this.stack) page.element.toggleAttribute('hidden', page !== this.top);
  }

  private find(selector: string): Found[] {
    return this.top.select(selector).map((node) => {
      const isCanvas = node.localName === 'wx-canvas';
      if (isCanvas && !this.canvases.has(node)) this.canvases.set(node, new CanvasNode());
      return {
        id: node.id,
        dataset: {},
        rect: { left: 16, top: 200, width: this.around.width - 32, height: 240 },
        canvas: this.canvases.get(node) ?? null,
      };
    });
  }

  private wx(): Record<string, unknown> {
    const launch = { path: '', query: {} };
    const navigation = (how: 'navigateTo' | 'redirectTo' | 'reLaunch') => (options: NavigationOptions) =>
      settle(options, () => {
        this.goTo(options.url, how);
        return { errMsg: `${how}:ok`, eventChannel: { on() {}, off() {}, once() {}, emit() {} } };
      });
    return {
      ...deviceApis(this.around, launch),
      ...this.storage.asWx(),
      ...this.network.asWx(),
      ...this.wechat.asWx(),
      createSelectorQuery: () => createSelectorQuery((selector) => this.find(selector)),
      navigateTo: navigation('navigateTo'),
      redirectTo: navigation('redirectTo'),
      reLaunch: navigation('reLaunch'),
      switchTab: navigation('reLaunch'),
      navigateBack: (options: Partial<NavigationOptions> = {}) =>
        settle(options, () => {
          if (this.stack.length < 2) throw new Error('navigateBack:fail cannot navigate back at first page.');
          this.goBack(options.delta ?? 1);
          return { errMsg: 'navigateBack:ok' };
        }),
    };
  }
}

function queryOf(url: string): Record<string, string> {
  const query = url.split('?')[1];
  if (!query) return {};
  // WeChat hands the values over as they stand in the address, still encoded.
  return Object.fromEntries(
    query.split('&').map((part) => [part.split('=')[0] ?? '', part.split('=').slice(1).join('=')]),
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
