import { defineRefusals } from '../../platform/errors';

/** What the demo refuses. */
export const demoRefusals = defineRefusals({
  demo_off: { status: 404, title: '这里没有演示。' },
});
