import type { LoggerService } from '@nestjs/common';

/** Keeps what would have been logged, for suites that look at it. `Logger.overrideLogger(new CapturedLog())`. */
export class CapturedLog implements LoggerService {
  readonly lines: string[] = [];

  log = (...parts: unknown[]): void => this.keep(parts);
  error = (...parts: unknown[]): void => this.keep(parts);
  warn = (...parts: unknown[]): void => this.keep(parts);
  debug = (...parts: unknown[]): void => this.keep(parts);

  private keep(parts: unknown[]): void {
    this.lines.push(parts.map(String).join(' '));
  }
}
