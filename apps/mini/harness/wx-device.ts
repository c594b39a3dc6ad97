import { cameraApis } from './wx-camera';
import { settle } from './wx-storage';
import type { Surroundings } from './surroundings';

type Options = Record<string, unknown> & { success?: (result: unknown) => void };

/** The part of `wx` that is the device and WeChat around the page. */
export function deviceApis(around: Surroundings, launch: { path: string; query: Record<string, string> }) {
  const windowInfo = () => ({
    pixelRatio: 2,
    windowWidth: around.width,
    windowHeight: around.height - 64,
    screenWidth: around.width,
    screenHeight: around.height,
    statusBarHeight: 20,
    screenTop: 64,
    safeArea: {
      left: 0,
      right: around.width,
      top: 20,
      bottom: around.height,
      width: around.width,
      height: around.height - 20,
    },
  });
  const appBaseInfo = () => ({
    SDKVersion: '3.8.0',
    language: 'zh_CN',
    theme: 'light',
    version: '8.0.50',
    enableDebug: false,
  });
  const deviceInfo = () => ({ brand: 'harness', model: 'phone', system: 'Android 14', platform: 'android' });
  const done = (name: string, effect: (options: Options) => unknown = () => undefined) => {
    return (options: Options = {}) => settle(options, () => ({ errMsg: `${name}:ok`, ...(effect(options) as object) }));
  };
  const enter = () => ({ ...launch, scene: 1047, referrerInfo: {}, apiCategory: 'default' });
  return {
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({}),
    getSystemInfoSync: () => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo() }),
    getSystemInfo: done('getSystemInfo', () => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo() })),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 24,
      left: around.width - 97,
      right: around.width - 10,
      bottom: 56,
    }),
    getLaunchOptionsSync: enter,
    getEnterOptionsSync: enter,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getRandomValues: done('getRandomValues', (options) => {
      const bytes = crypto.getRandomValues(new Uint8Array(Number(options.length)));
      return { randomValues: bytes.buffer };
    }),
    showToast: done('showToast', (options) => void around.toasts.push(String(options.title))),
    hideToast: done('hideToast'),
    showLoading: done('showLoading'),
    hideLoading: done('hideLoading'),
    showModal: done('showModal', (options) => {
      around.modals.push({ title: String(options.title ?? ''), content: String(options.content ?? '') });
      const confirm = around.modalAnswers.shift() ?? true;
      return { confirm, cancel: !confirm };
    }),
    makePhoneCall: done('makePhoneCall', (options) => void around.calls.push(String(options.phoneNumber))),
    setClipboardData: done('setClipboardData', (options) => void (around.clipboard = String(options.data))),
    getClipboardData: done('getClipboardData', () => ({ data: around.clipboard })),
    setNavigationBarTitle: done('setNavigationBarTitle', (options) => void (around.title = String(options.title))),
    setNavigationBarColor: done('setNavigationBarColor'),
    pageScrollTo: done('pageScrollTo'),
    previewImage: done('previewImage'),
    setKeepScreenOn: done('setKeepScreenOn'),
    vibrateShort: done('vibrateShort'),
    showShareMenu: done('showShareMenu'),
    hideKeyboard: done('hideKeyboard'),
    canIUse: () => true,
    nextTick: (callback: () => void) => void setTimeout(callback, 0),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    onAppShow() {},
    onAppHide() {},
    onError() {},
    onUnhandledRejection() {},
    onThemeChange() {},
    offThemeChange() {},
    onWindowResize() {},
    offWindowResize() {},
    onKeyboardHeightChange() {},
    offKeyboardHeightChange() {},
    ...cameraApis(around),
    env: { USER_DATA_PATH: 'http://usr' },
  };
}
