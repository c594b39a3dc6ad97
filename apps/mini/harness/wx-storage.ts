const perKeyLimitBytes = 1024 * 1024;
const totalLimitBytes = 10 * 1024 * 1024;

type Callbacks = {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (r: unknown) => void;
};

/** WeChat's storage, with its limits: 1 MB a key, 10 MB in all. It outlives a restart of the app. */
export class PhoneStorage {
  private readonly values = new Map<string, string>();

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? '' : JSON.parse(text);
  }

  set(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? 'null';
    const bytes = Buffer.byteLength(text);
    if (bytes > perKeyLimitBytes) throw new Error('setStorage:fail data exceed max size');
    let total = bytes;
    for (const [other, held] of this.values) if (other !== key) total += Buffer.byteLength(held);
    if (total > totalLimitBytes) throw new Error('setStorage:fail exceed storage max size');
    this.values.set(key, text);
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  /** The part of `wx` that reads and writes it, with callbacks and in one step. */
  asWx() {
    const { values } = this;
    const info = () => ({ keys: this.keys(), currentSize: 0, limitSize: totalLimitBytes / 1024 });
    return {
      getStorageSync: (key: string) => this.get(key),
      setStorageSync: (key: string, value: unknown) => this.set(key, value),
      removeStorageSync: (key: string) => void values.delete(key),
      clearStorageSync: () => values.clear(),
      getStorageInfoSync: info,
      getStorage: (options: Callbacks & { key: string }) =>
        values.has(options.key)
          ? settle(options, () => ({ data: this.get(options.key), errMsg: 'getStorage:ok' }))
          : settle(options, () => {
              throw new Error('getStorage:fail data not found');
            }),
      setStorage: (options: Callbacks & { key: string; data: unknown }) =>
        settle(options, () => {
          this.set(options.key, options.data);
          return { errMsg: 'setStorage:ok' };
        }),
      removeStorage: (options: Callbacks & { key: string }) =>
        settle(options, () => {
          values.delete(options.key);
          return { errMsg: 'removeStorage:ok' };
        }),
      clearStorage: (options: Callbacks = {}) =>
        settle(options, () => {
          values.clear();
          return { errMsg: 'clearStorage:ok' };
        }),
      getStorageInfo: (options: Callbacks) => settle(options, () => ({ ...info(), errMsg: 'getStorageInfo:ok' })),
    };
  }
}

/** Answers a `wx.x({ success, fail, complete })` call a moment later, as WeChat does. */
export function settle(options: Callbacks, work: () => unknown): void {
  setTimeout(() => {
    let result: unknown;
    try {
      result = work();
    } catch (error) {
      const failure = { errMsg: (error as Error).message };
      options.fail?.(failure);
      options.complete?.(failure);
      return;
    }
    options.success?.(result);
    options.complete?.(result);
  }, 0);
}
