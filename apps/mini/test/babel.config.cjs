/** For jest only: this Node runs the result. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: { allowDeclareFields: true },
        modules: 'commonjs',
        targets: { node: 'current' },
        ignoreBrowserslistConfig: true,
      },
    ],
  ],
};
