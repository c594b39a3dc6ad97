/**
 * A random UUID made on the device, so that a repeated write is recognised. WeChat's random bytes come only
 * asynchronously, and an id has to be there at once; it is no secret, so Math.random is enough.
 */
export function newId(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const digit = Math.floor(Math.random() * 16);
    return (letter === 'x' ? digit : (digit & 0x3) | 0x8).toString(16);
  });
}
