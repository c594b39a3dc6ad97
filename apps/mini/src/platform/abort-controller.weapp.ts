type Listener = () => void;

/** The part of AbortSignal the query cache uses. */
class Signal {
  aborted = false;
  reason: unknown = undefined;
  private listeners: Listener[] = [];

  addEventListener(_type: string, listener: Listener): void {
    this.listeners.push(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners = this.listeners.filter((each) => each !== listener);
  }

  fire(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    this.listeners.forEach((listener) => listener());
  }
}

/** WeChat's engine has no AbortController of its own. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    if (!this.signal.aborted) this.signal.fire(reason);
  }
}
