const isH5 = process.env.TARO_ENV === 'h5';

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // The platforms people here use; older targets and core-js cost 40 kB on the first load.
        useBuiltIns: false,
        ignoreBrowserslistConfig: true,
        targets: isH5 ? { chrome: '80', ios: '13' } : { ios: '10', chrome: '67' },
      },
    ],
  ],
};
