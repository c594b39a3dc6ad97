import type { CanvasNode } from './canvas';

/** What a selector found on the visible page. */
export interface Found {
  id: string;
  dataset: Record<string, unknown>;
  rect: { left: number; top: number; width: number; height: number };
  canvas: CanvasNode | null;
}
type Callback = (result: unknown) => void;
type Step = { selector: string; all: boolean; read: (found: Found) => Record<string, unknown>; callback?: Callback };

/** `wx.createSelectorQuery`, over the page that is on top. */
export function createSelectorQuery(find: (selector: string) => Found[]) {
  const steps: Step[] = [];
  const query = {
    in: () => query,
    select: (selector: string) => nodes(selector, false),
    selectAll: (selector: string) => nodes(selector, true),
    selectViewport: () => nodes('page', false),
    exec(callback?: Callback) {
      setTimeout(() => {
        const results = steps.map((step) => {
          const found = find(step.selector).map(step.read);
          const result = step.all ? found : (found[0] ?? null);
          step.callback?.(result);
          return result;
        });
        callback?.(results);
      }, 0);
      return query;
    },
  };

  function nodes(selector: string, all: boolean) {
    const ask = (read: Step['read'], callback?: Callback) => {
      steps.push({ selector, all, read, ...(callback ? { callback } : {}) });
      return query;
    };
    return {
      node: (callback?: Callback) => ask((found) => ({ node: found.canvas }), callback),
      boundingClientRect: (callback?: Callback) => ask(rectOf, callback),
      scrollOffset: (callback?: Callback) => ask(() => ({ scrollLeft: 0, scrollTop: 0 }), callback),
      fields: (wanted: { node?: boolean; size?: boolean; rect?: boolean }, callback?: Callback) =>
        ask(
          (found) => ({
            ...(wanted.rect ? rectOf(found) : {}),
            ...(wanted.size ? { width: found.rect.width, height: found.rect.height } : {}),
            ...(wanted.node ? { node: found.canvas } : {}),
          }),
          callback,
        ),
    };
  }
  return query;
}

function rectOf({ id, dataset, rect }: Found): Record<string, unknown> {
  return { id, dataset, ...rect, right: rect.left + rect.width, bottom: rect.top + rect.height };
}
