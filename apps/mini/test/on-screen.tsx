import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '@/api/query-client';

/** A page in the document, and a finger that taps and types on it. */
export interface OnScreen {
  text: () => string;
  tap: (words: string) => Promise<void>;
  type: (label: string, value: string) => Promise<void>;
  /** Waits until these words are there, as long as a PIN takes to be judged. */
  sees: (words: string) => Promise<void>;
  close: () => Promise<void>;
}

const patienceMs = 8_000;

/** Shows a page with the app's own cache; what it fetches goes to `globalThis.fetch`. */
export async function onScreen(page: ReactNode): Promise<OnScreen> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const host = document.body.appendChild(document.createElement('div'));
  const root: Root = createRoot(host);
  const doing = (work: () => void) =>
    act(async () => {
      work();
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  await doing(() => root.render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>));
  const labelled = (label: string) => {
    const found = [...host.querySelectorAll('label')].find((each) => each.textContent?.includes(label));
    if (!found) throw new Error(`No “${label}” among: ${host.textContent}`);
    return found.control ?? document.getElementById(found.htmlFor);
  };
  return {
    text: () => host.textContent ?? '',
    tap: (words) =>
      doing(() => {
        const button = [...host.querySelectorAll('button')].find((each) => each.textContent?.trim() === words);
        (button ?? (labelled(words) as HTMLElement)).click();
      }),
    type: (label, value) =>
      doing(() => {
        const input = labelled(label) as HTMLInputElement;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    sees: async (words) => {
      const start = Date.now();
      while (!host.textContent?.includes(words)) {
        if (Date.now() - start > patienceMs) throw new Error(`“${words}” never came: ${host.textContent}`);
        await doing(() => undefined);
      }
    },
    close: async () => {
      await act(async () => root.unmount());
      host.remove();
    },
  };
}
