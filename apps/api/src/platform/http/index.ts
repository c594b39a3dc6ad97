export { BodyLimit, TakesFile } from './body-limit';
export { createApp, createAdapter, FILE_LIMIT, prepareApp } from './create-app';
export { Drain } from './drain';
export { isKnown } from './known-version';
