/// <reference types="@tarojs/taro" />

declare module '*.css';

/** The WeChat cloud environment of this build; empty in a local build. */
declare const CLOUD_ENV: string;
/** True in a build for the cloud on one machine, where a persona stands in for the WeChat account. */
declare const IS_LOCAL: boolean;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}
