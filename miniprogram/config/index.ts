import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..', '..');
const isShared = (file: string) => file.startsWith(path.join(root, 'shared'));
const isH5 = process.env.TARO_ENV === 'h5';
/** The WeChat cloud environment that the app talks to. A build that names none is a local one. */
const cloudEnv = process.env.CLOUD_ENV ?? '';

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'haochaping',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: isH5 ? 'dist-h5' : 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: isH5 ? [] : [path.join(__dirname, 'accessibility.js')],
  defineConstants: { CLOUD_ENV: JSON.stringify(cloudEnv), IS_LOCAL: JSON.stringify(cloudEnv === '') },
  // Chinese as it is takes half the room of its escapes; WeChat reads UTF-8.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  alias: { '@shared': path.join(root, 'shared') },
  mini: {
    postcss: { pxtransform: { enable: true, config: {} } },
    optimizeMainPackage: { enable: true },
    // Class names of our own never meet, so the order of the style files says nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: [isShared] },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    useHtmlComponents: true,
    postcss: { pxtransform: { enable: false, config: {} } },
    miniCssExtractPluginOption: { ignoreOrder: true },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    compile: { include: [isShared] },
  },
}));
