import { mergeInternalComponents } from '@tarojs/shared';
import attributes from '../../config/aria-attributes.json';

// The templates carry these (config/aria-plugin.cjs); the runtime has to number them in the same order.
const unset = Object.fromEntries(attributes.names.map((name) => [name, '']));
mergeInternalComponents(Object.fromEntries(attributes.components.map((component) => [component, { ...unset }])));
