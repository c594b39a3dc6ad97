import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/**
 * A page from a file has no origin, and browsers give such a page neither module scripts nor anything `crossorigin`: so
 * it gets one plain script and one style sheet, under names that stay.
 */
const openableAsFile: Plugin = {
  name: 'openable-as-file',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script defer').replaceAll(' crossorigin', ''),
  },
};

export default defineConfig({
  root: 'page',
  base: './',
  plugins: [openableAsFile],
  // 'source' reads the rules from src, so nothing has to be built first.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    emptyOutDir: true,
    rolldownOptions: {
      output: { format: 'iife', entryFileNames: 'verify.js', assetFileNames: 'verify[extname]' },
    },
  },
});
