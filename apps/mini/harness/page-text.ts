/** Reading a page as a person does: words in lines, things that can be pressed, fields that can be filled. */

const inline = new Set(['wx-text', 'wx-root-portal', 'span']);

/** The words of an element, a line for each block; what is hidden from everybody is left out. */
export function textOf(element: Element): string {
  const lines: string[] = [''];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      lines[lines.length - 1] += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1) return;
    const block = !inline.has((node as Element).localName);
    if ((node as Element).hasAttribute('hidden')) return;
    if (block && lines.at(-1) !== '') lines.push('');
    node.childNodes.forEach(walk);
    if (block && lines.at(-1) !== '') lines.push('');
  };
  walk(element);
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** What a finger on this label would press, or null while there is nothing or it cannot be pressed. */
export function tappableFor(page: Element, label: string): Element | null {
  // A sheet covers the page below it.
  const front = page.querySelector('[aria-modal="true"]') ?? page;
  const all = [...front.querySelectorAll('*')].filter((each) => each.closest('[hidden]') === null);
  const wanted = label.replace(/\s+/g, '');
  const named = all.filter((each) => each.getAttribute('aria-label') === label);
  const exact = all.filter((each) => spokenWords(each) === wanted);
  const controls = all
    .filter((each) => isControl(each) && spokenWords(each).startsWith(wanted))
    .sort((one, other) => spokenWords(one).length - spokenWords(other).length);
  // A control with these very words, else the deepest element with them, else the control that begins with them.
  const found = named.at(-1) ?? exact.find(isControl) ?? exact.at(-1) ?? controls[0] ?? null;
  return found && !isDisabled(found) ? found : null;
}

/** The words without spaces, and without the marks that a screen reader passes by. */
function spokenWords(element: Element): string {
  if (element.getAttribute('aria-hidden') === 'true') return '';
  const parts = [...element.childNodes].map((node) =>
    node.nodeType === 1 ? spokenWords(node as Element) : (node.textContent ?? ''),
  );
  return parts.join('').replace(/\s+/g, '');
}

/** The input or textarea with this name: its `aria-label`, else its placeholder, else the words before it. */
export function controlFor(page: Element, label: string): Element | null {
  const fields = [...page.querySelectorAll('wx-input, wx-textarea')].filter(
    (each) => each.closest('[hidden]') === null,
  );
  return (
    fields.find((field) => field.getAttribute('aria-label') === label) ??
    fields.find((field) => field.getAttribute('placeholder') === label) ??
    fields.find((field) => field.getAttribute('aria-label')?.includes(label)) ??
    fields.find((field) => field.getAttribute('placeholder')?.includes(label)) ??
    fields.find((field) => wordsBefore(field, page).startsWith(label)) ??
    null
  );
}

function wordsBefore(field: Element, page: Element): string {
  let at: Element | null = field;
  while (at && at !== page) {
    const before: string = (at.parentElement?.textContent ?? '').trim();
    if (before !== '') return before;
    at = at.parentElement;
  }
  return '';
}

function isControl(each: Element): boolean {
  return (
    each.localName === 'wx-button' ||
    ['button', 'radio', 'checkbox', 'link', 'tab'].includes(each.getAttribute('aria-role') ?? '')
  );
}

function isDisabled(each: Element): boolean {
  const control = each.closest('[disabled], [aria-disabled="true"]');
  return control !== null;
}
