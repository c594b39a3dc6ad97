export { workbookOfEstate } from './estate-workbook';
export type { DemoPerson, DemoStory } from './guide';
export { seedDemoEstate } from './seed-demo-estate';
export { stories } from './stories';
