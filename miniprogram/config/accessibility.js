const path = require('node:path');
const attributes = require('./accessibility-attributes');

/** A Taro plugin: lets the aria attributes of WeChat through to the templates. */
module.exports = (taro) => {
  taro.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      platform.template.mergeComponents(taro, attributes);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'accessibility-runtime.js')].flat();
    },
  });
};
