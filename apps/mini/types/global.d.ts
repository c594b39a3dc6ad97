/// <reference types="@tarojs/taro" />

declare module '*.css';
declare module '*.svg';

/** Where the mini-program finds the API; set when it is built. */
declare const API_ORIGIN: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}

declare module 'qrcode/lib/core/qrcode' {
  export { create } from 'qrcode';
}
