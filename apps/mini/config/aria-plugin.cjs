/**
 * Taro leaves `aria-*` out of the mini-program's templates; a screen reader then hears nothing of roles and states.
 * This adds the attributes our elements use; `src/platform/setup.weapp.ts` tells the runtime the same list.
 */
const attributes = require('./aria-attributes.json');

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template || platform.platform !== 'weapp') return;
      const unset = Object.fromEntries(attributes.names.map((name) => [name, '']));
      platform.template.mergeComponents(
        ctx,
        Object.fromEntries(attributes.components.map((component) => [component, { ...unset }])),
      );
    },
  });
};
