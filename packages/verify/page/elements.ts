type Content = Node | string;

/** An element with its content; text stays text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
}

/** An element that stands in index.html. */
export function known<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}
