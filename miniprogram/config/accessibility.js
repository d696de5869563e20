const path = require('node:path');
const attributes = require('./accessibility-attributes');
const quietViews = require('./quiet-views');

/** A Taro plugin: lets the aria attributes of WeChat through to the templates, and keeps out what nobody uses. */
module.exports = (taro) => {
  taro.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      platform.template.mergeComponents(taro, attributes);
      quietViews(platform.template.internalComponents);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'accessibility-runtime.js')].flat();
    },
  });
};
