import { appName } from './copy/common';
import { volunteerPages } from './volunteer/pages.config';

const isWeapp = process.env.TARO_ENV === 'weapp';

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/stairwell/index',
    'pages/faq/index',
    'pages/faq-answer/index',
    'pages/open-letter/index',
    'pages/login/index',
    'pages/bind/index',
    'pages/interest/index',
    'pages/ballot/index',
    'pages/document/index',
    'pages/receipt/index',
    'pages/check/index',
    'pages/consent/index',
    'pages/me/index',
    'pages/household/index',
    'pages/proxies/index',
    'pages/proxy/index',
    'pages/give-proxy/index',
    'pages/helper/index',
    'pages/devices/index',
    'pages/reminders/index',
    'pages/privacy/index',
    'pages/purpose/index',
    'pages/my-data/index',
    'pages/erase/index',
  ],
  subPackages: [{ root: 'volunteer', pages: volunteerPages }],
  window: {
    navigationBarTitleText: appName,
    navigationBarBackgroundColor: isWeapp ? '@navigationBackground' : '#F7F5F0',
    navigationBarTextStyle: (isWeapp ? '@navigationText' : 'black') as 'black',
    backgroundColor: isWeapp ? '@pageBackground' : '#F7F5F0',
  },
  ...(isWeapp
    ? { darkmode: true, themeLocation: 'theme.json', lazyCodeLoading: 'requiredComponents' }
    : // Pages do not slide: it keeps a signature's coordinates true and is kind to people who get dizzy.
      { animation: false }),
});
