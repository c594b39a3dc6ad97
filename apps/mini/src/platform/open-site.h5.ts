/** Opens a page of this site that is no page of the app. */
export function openSite(path: string): void {
  window.location.assign(path);
}
