import { hashWith, verifyBundle } from '../src/index.ts';
import { readAddress } from './address.ts';
import { copy } from './copy/words.ts';
import { el, known } from './elements.ts';
import { portableHashing } from './portable-hashing.ts';
import { resultOf } from './result.ts';

/** What was chosen or fetched: the bundle, and perhaps an older one of the same round. */
let newer: unknown;
let older: unknown;
/** Where they are from, for the printed page. */
let source = '';

/** A problem in words of its own, to be shown as they are. */
class Told extends Error {}

const form = known<HTMLFormElement>('ask');
const bundles = known<HTMLInputElement>('bundles');
const receipt = known<HTMLInputElement>('receipt');
const head = known<HTMLInputElement>('head');
const chosen = known('chosen');

function tell(problem: string | null): void {
  known('problem').textContent = problem;
  known('problem').hidden = problem === null;
}

const lengthOf = (bundle: unknown): number => {
  const chain = (bundle as { chain?: unknown } | null)?.chain;
  return Array.isArray(chain) ? chain.length : 0;
};

async function take(files: File[]): Promise<void> {
  if (files.length === 0) return;
  if (files.length > 2) throw new Told(copy.tooMany);
  const read = await Promise.all(
    files.map(async (file) => {
      return JSON.parse(await file.text()) as unknown;
    }),
  ).catch(() => {
    throw new Told(copy.notJson(files.map(({ name }) => name).join('”“')));
  });
  // Of two, the shorter chain is the older one.
  [newer, older] = [...read].sort((a, b) => lengthOf(b) - lengthOf(a));
  known('from-site').hidden = true;
  source = files.map(({ name }) => name).join('、');
  chosen.textContent = copy.chosen(files.map(({ name }) => name));
}

async function check(): Promise<void> {
  if (newer === undefined) throw new Told(copy.needsBundle);
  const result = known('result');
  result.replaceChildren(el('p', {}, copy.busy));
  result.hidden = false;
  const seen = await verifyBundle(newer, {
    ...(older === undefined ? {} : { olderBundle: older }),
    ...(receipt.value.trim() === '' ? {} : { receipt: receipt.value }),
    ...(head.value.trim() === '' ? {} : { postedHead: head.value }),
  });
  result.replaceChildren(...resultOf(seen, source));
  const title = known('result-title');
  title.focus({ preventScroll: true });
  title.scrollIntoView({ block: 'start' });
}

async function fetchBundle(address: URL): Promise<void> {
  const answer = await fetch(address, { credentials: 'omit', headers: { accept: 'application/json' } }).catch(
    () => null,
  );
  const text = answer?.ok ? await answer.text() : null;
  if (text === null) throw new Told(copy.notFetched);
  newer = JSON.parse(text);
  source = copy.takenFrom(address.host);
  const { about, chain } = await verifyBundle(newer);
  const place = about?.place ?? '';
  const saved = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const fromSite = known('from-site');
  fromSite.replaceChildren(
    el('p', {}, copy.fromSite(place)),
    el('a', { className: 'secondary', href: saved, download: copy.savedName(place, chain.count) }, copy.save),
    el('p', { className: 'hint' }, copy.saveHint),
  );
  fromSite.hidden = false;
  const other = known<HTMLDetailsElement>('other');
  other.classList.add('is-second');
  other.open = false;
}

/** Runs what somebody asked for, and tells what went wrong where they can see it. */
async function attempt(work: () => Promise<void>): Promise<void> {
  tell(null);
  await work().catch((error: unknown) => tell(error instanceof Told ? error.message : copy.unexpected));
}

async function begin(): Promise<void> {
  // Old addresses keep http in offices without a certificate; a page there is given no WebCrypto.
  if (globalThis.crypto?.subtle === undefined) hashWith(portableHashing);
  const brought = readAddress(new URL(window.location.href));
  receipt.value = brought.receipt;
  head.value = brought.head;
  if (brought.isElsewhere) throw new Told(copy.elsewhere);
  if (brought.bundle === null) return;
  await fetchBundle(brought.bundle);
  await check();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(check);
});
bundles.addEventListener('change', () => void attempt(() => take([...(bundles.files ?? [])])));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void attempt(() => take([...(event.dataTransfer?.files ?? [])]));
});
void attempt(begin);
