import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import type * as GlassEasel from 'glass-easel';
import type * as Adapter from 'glass-easel-miniprogram-adapter';
import type { BuiltPackage } from './package-files';
import { compileTemplates } from './templates';

/** Browser globals that do not exist in a mini-program: code that leans on one fails here as it would there. */
const absent = [
  ...['window', 'document', 'self', 'top', 'parent', 'frames', 'location', 'history', 'navigator', 'screen'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'],
  ...['Blob', 'File', 'FileReader', 'FormData', 'Headers', 'Request', 'Response', 'URL', 'URLSearchParams'],
  ...['Image', 'Audio', 'Element', 'HTMLElement', 'Node', 'Event', 'CustomEvent', 'MutationObserver', 'DOMParser'],
  ...['AbortController', 'AbortSignal', 'MessageChannel', 'BroadcastChannel', 'Worker', 'crypto', 'performance'],
  ...['TextEncoder', 'TextDecoder', 'atob', 'btoa', 'structuredClone', 'queueMicrotask', 'Intl', 'alert', 'confirm'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle', 'matchMedia', 'process', 'global'],
];
/** What a mini-program does have: the language itself, timers and a console. */
const present = [
  ...(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]).filter((name) => name !== 'Intl'),
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'],
];
const given = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'globalThis',
];

export interface OpenPage {
  path: string;
  caller: Record<string, unknown> & Record<string, (...args: unknown[]) => unknown>;
  /** The page's element in the window. */
  element: HTMLElement;
  /** Elements by a WXML selector; ids stand in the framework's tree, not in the window's. */
  select(selector: string): HTMLElement[];
  close(): void;
}
type AppObject = Record<string, unknown> & { onLaunch?(options: object): void; onShow?(options: object): void };

/** A built mini-program, loaded into a window of its own by WeChat's component framework. */
export class MiniProgramRuntime {
  readonly errors: string[] = [];
  readonly dom: JSDOM;
  readonly glassEasel: typeof GlassEasel;
  app: AppObject = {};
  /** `globalThis` as the mini-program sees it. */
  private readonly globals: Record<string, unknown>;
  private readonly backend: Adapter.AssociatedBackend;
  private readonly space: Adapter.CodeSpace;
  private readonly templates: Record<string, GlassEasel.template.ComponentTemplate['content']>;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly components = new Set<string>();

  constructor(
    private readonly built: BuiltPackage,
    private readonly wx: Record<string, unknown>,
    private readonly currentPages: () => unknown[],
  ) {
    const virtualConsole = new VirtualConsole();
    virtualConsole.on('error', (...parts: unknown[]) => this.errors.push(parts.map(String).join(' ')));
    virtualConsole.on('jsdomError', (error) =>
      this.errors.push(String((error as { detail?: unknown }).detail ?? error)),
    );
    this.dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
      pretendToBeVisual: true,
      runScripts: 'outside-only',
      url: 'https://servicewechat.com/',
      virtualConsole,
    });
    this.globals = this.evaluate(`((names) => {
      const globals = Object.fromEntries(names.map((name) => [name, window[name]]));
      return Object.assign(globals, { globalThis: globals });
    })(${JSON.stringify(present)})`) as Record<string, unknown>;
    this.glassEasel = this.library('glass-easel', {}) as typeof GlassEasel;
    const adapter = this.library('glass-easel-miniprogram-adapter', {
      'glass-easel': this.glassEasel,
    }) as typeof Adapter;
    this.glassEasel.addGlobalErrorListener((error: unknown) => {
      this.errors.push(error instanceof Error ? (error.stack ?? String(error)) : String(error));
      return false;
    });
    const env = new adapter.MiniProgramEnv();
    this.backend = env.associateBackend(this.backendContext());
    this.space = env.createCodeSpace('', true);
    this.templates = this.evaluate(compileTemplates(built)) as typeof this.templates;
  }

  /** Runs app.js, and with it the app's start-up. */
  launch(options: object): void {
    this.run('app.js');
    this.app.onLaunch?.(options);
    this.app.onShow?.(options);
  }

  /** Loads a page's code if it was not, then builds it and takes it through its first steps. */
  openPage(pagePath: string, options: Record<string, string>): OpenPage {
    this.defineComponent(pagePath);
    const root = this.backend.createRoot('page', this.space, pagePath);
    const caller = root.get() as unknown as OpenPage['caller'];
    Object.assign(caller, { route: pagePath, __route__: pagePath, options });
    const { document } = this.dom.window;
    const placeholder = document.createElement('div');
    document.body.appendChild(placeholder);
    caller.onLoad?.(options);
    caller.onShow?.();
    root.attach(document.body as never, placeholder as never);
    caller.onReady?.();
    const element = root.getComponent().$$ as unknown as HTMLElement;
    return {
      path: pagePath,
      caller,
      element,
      select: (selector) =>
        root
          .getComponent()
          .getShadowRoot()!
          .querySelectorAll(selector)
          .map((each) => each.$$ as unknown as HTMLElement),
      close: () => {
        caller.onUnload?.();
        root.release();
        element.remove();
      },
    };
  }

  /** The framework's element behind a DOM element, or behind its nearest ancestor that has one. */
  elementBehind(node: Element): GlassEasel.Element {
    let at: Element | null = node;
    while (at) {
      const behind = (at as unknown as { __wxElement?: GlassEasel.Element }).__wxElement;
      if (behind) return behind;
      at = at.parentElement;
    }
    throw new Error('No component stands behind this element.');
  }

  close(): void {
    this.dom.window.close();
  }

  /** WeChat's tags become `wx-…` elements, so that the window adds no behaviour of HTML's input or button. */
  private backendContext(): GlassEasel.GeneralBackendContext {
    const { document } = this.dom.window;
    const context = new this.glassEasel.CurrentWindowBackendContext();
    context.document = {
      createElement: (tag: string) => document.createElement(`wx-${tag}`),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as never;
    return context;
  }

  private evaluate(expression: string): unknown {
    return (this.dom.window as unknown as { eval(text: string): unknown }).eval(`(${expression})`);
  }

  private library(name: string, provided: Record<string, unknown>): unknown {
    const module = { exports: {} };
    const wrapped = `function (require, module, exports) {${readFileSync(require.resolve(name), 'utf8')}\n}`;
    const load = this.evaluate(wrapped) as (...args: unknown[]) => void;
    load((id: string) => provided[id], module, module.exports);
    return module.exports;
  }

  /** Registers the JSON, template and code of a page or component, dependencies first. */
  private defineComponent(componentPath: string): void {
    if (this.components.has(componentPath)) return;
    this.components.add(componentPath);
    const config = this.built.json(`${componentPath}.json`) as { usingComponents?: Record<string, string> };
    for (const used of Object.values(config.usingComponents ?? {})) {
      this.defineComponent(
        used.startsWith('/') ? used.slice(1) : path.posix.join(path.posix.dirname(componentPath), used),
      );
    }
    this.space.addComponentStaticConfig(componentPath, config as Adapter.types.ComponentStaticConfig);
    const content = this.templates[componentPath];
    if (!content) throw new Error(`${componentPath}.wxml is missing from the package.`);
    this.space.addCompiledTemplate(componentPath, { groupList: this.templates as never, content });
    this.run(`${componentPath}.js`, componentPath);
  }

  /** Runs a file of the package once, as WeChat wraps it. */
  private run(file: string, componentPath?: string): unknown {
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    if (!this.built.has(file)) throw new Error(`module '${file}' is not defined`);
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(file, module);
    const load = this.evaluate(`function (${[...given, ...absent].join(', ')}) {${this.built.text(file)}\n}`) as (
      ...args: unknown[]
    ) => void;
    const requireFile = (id: string) => {
      const target = path.posix.join(path.posix.dirname(file), id);
      return this.run(target.endsWith('.js') ? target : `${target}.js`);
    };
    this.space.componentEnv(componentPath ?? file, ({ Page, Component, Behavior }) => {
      const define = (app: AppObject) => (this.app = app);
      load.call(
        undefined,
        ...[requireFile, module, module.exports, this.wx, define, Page, Component, Behavior],
        () => this.app,
        this.currentPages,
        this.globals,
      );
    });
    return module.exports;
  }
}
