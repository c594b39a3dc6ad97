export { DemoModule } from './demo.module';
export { seedDemo } from './seed-demo';
export { seedDemoCommand } from './seed-demo.command';
