import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { comeFromProvince } from './features/identity/province-journey';
import { sendUnsent } from './features/rating/unsent';
import { preloadPages } from './pages/preload';
import './app.css';

// Before the first page is chosen.
comeFromProvince();

/** The frame of all pages: connects to the cloud, and sends what an earlier broken network kept back. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ env: CLOUD_ENV || undefined, traceUser: false });
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void sendUnsent();
    });
    void preloadPages();
  });
  useDidShow(() => {
    void sendUnsent();
  });
  return children;
}
