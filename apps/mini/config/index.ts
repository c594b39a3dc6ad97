import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import type Chain from 'webpack-chain';

/** Where the mini-program finds the API; it has no address bar to take it from. */
const apiOrigin = process.env.JIATI_API_ORIGIN ?? 'http://127.0.0.1:4780';
const packagesDir = fs.realpathSync(path.resolve(__dirname, '../../../packages'));

/** Short addresses: they stand on posters and receipts. */
const customRoutes = {
  '/pages/home/index': '/home',
  '/pages/stairwell/index': '/s',
  '/pages/faq/index': '/faq',
  '/pages/faq-answer/index': '/faq/answer',
  '/pages/open-letter/index': '/letter',
  '/pages/login/index': '/login',
  '/pages/bind/index': '/bind',
  '/pages/interest/index': '/interest',
  '/pages/ballot/index': '/ballot',
  '/pages/document/index': '/ballot/document',
  '/pages/receipt/index': '/receipt',
  '/pages/check/index': '/check',
  '/pages/consent/index': '/consent',
  '/pages/me/index': '/me',
  '/pages/household/index': '/household',
  '/pages/proxies/index': '/proxies',
  '/pages/proxy/index': '/proxies/one',
  '/pages/give-proxy/index': '/proxies/give',
  '/pages/helper/index': '/helper',
  '/pages/devices/index': '/devices',
  '/pages/reminders/index': '/reminders',
  '/pages/privacy/index': '/privacy',
  '/pages/purpose/index': '/privacy/purpose',
  '/pages/my-data/index': '/privacy/my-data',
  '/pages/erase/index': '/privacy/erase',
};

/** Beside `src`: our own packages, and libraries written in a newer language than older phones can read. */
const reactQueryDir = fs.realpathSync(path.resolve(__dirname, '../node_modules/@tanstack/react-query'));
const queryCoreDir = fs.realpathSync(path.resolve(reactQueryDir, '../query-core'));
const hashesDir = fs.realpathSync(path.resolve(__dirname, '../node_modules/@noble/hashes'));
const compiledToo = [packagesDir, reactQueryDir, queryCoreDir, hashesDir];

/** What Taro's H5 loader puts in front of the app. */
interface LoaderMeta {
  extraImportForWeb: string;
  execBeforeCreateWebApp: string;
}

/** Taro loads a web component for pulling to refresh, and its whole library with it; no page here is pulled. */
function withoutPullToRefresh(chain: Chain): void {
  chain.plugin('mainPlugin').tap((args: { loaderMeta: LoaderMeta }[]) => {
    const meta = args[0]!.loaderMeta;
    const isOther = (line: string) => !line.includes('TaroPullToRefresh');
    meta.extraImportForWeb = meta.extraImportForWeb.split('\n').filter(isOther).join('\n');
    meta.execBeforeCreateWebApp = meta.execBeforeCreateWebApp.split('\n').filter(isOther).join('\n');
    return args;
  });
}

/** Workspace packages are compiled from their TypeScript sources. */
function fromSource(chain: Chain): void {
  chain.resolve.set('conditionNames', ['source', '...']);
}

export default defineConfig({
  projectName: 'jiati',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.resolve(__dirname, 'aria-plugin.cjs')],
  defineConstants: { API_ORIGIN: JSON.stringify(apiOrigin) },
  copy: { patterns: [], options: {} },
  alias: { '@': path.resolve(__dirname, '../src') },
  mini: {
    // Without it `taro build --watch` rewrites react/package.json inside node_modules.
    debugReact: true,
    compile: { include: compiledToo },
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false, config: {} } },
    webpackChain(chain: Chain) {
      fromSource(chain);
      // WeChat's engine has no AbortController; the query cache asks for one.
      chain.plugin('abortController').use(require('webpack').ProvidePlugin, [
        {
          AbortController: [path.resolve(__dirname, '../src/platform/abort-controller.weapp.ts'), 'AbortController'],
        },
      ]);
    },
  },
  h5: {
    // The page reloads as a whole: hot replacement would need one more dependency.
    devServer: { hot: false, open: false, host: '127.0.0.1' },
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    router: { mode: 'browser', customRoutes },
    compile: { include: compiledToo },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false, config: {} },
    },
    webpackChain(chain: Chain) {
      fromSource(chain);
      withoutPullToRefresh(chain);
      // Taro's own splitting repeats the shared components in every lazily loaded page.
      chain.performance.hints(false);
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 6_000,
        cacheGroups: {
          default: false,
          defaultVendors: { test: /[\\/]node_modules[\\/]/, chunks: 'initial', name: 'vendors', priority: 10 },
          // What several pages share, by the set of pages that share it.
          shared: { test: /[\\/]node_modules[\\/]/, chunks: 'async', minChunks: 2, priority: 6 },
          kit: {
            test: /[\\/]src[\\/](?!pages|volunteer|(api|copy)[\\/]volunteer)/,
            minChunks: 2,
            name: 'kit',
            priority: 5,
          },
          // What the volunteers' pages share; residents never load it.
          volunteer: { test: /[\\/]src[\\/]/, minChunks: 2, name: 'volunteer', priority: 4 },
        },
      });
    },
  },
});
