/** For the end-to-end story, the mini-program's harness and measurements: the built system, started from code. */
export { apiCommand, startApi, type ApiOptions, type RunningApi } from './api-process.ts';
export { findChromium } from './chromium.ts';
export { scratchSystem, type ScratchSystem } from './scratch-system.ts';
