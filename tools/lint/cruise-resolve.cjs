// How dependency-cruiser finds what `@/…` means: the mini-program's sources.
const path = require('node:path');

module.exports = { resolve: { alias: { '@': path.resolve(__dirname, '../../apps/mini/src') } } };
