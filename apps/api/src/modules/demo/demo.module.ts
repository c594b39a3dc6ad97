import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { DemoController } from './demo.controller';
import { ReadDemoGuide } from './read-demo-guide';

/** The guide of the demo, and the command that fills it. Does nothing unless JIATI_DEMO is on. */
@Module({ imports: [AccountsModule], controllers: [DemoController], providers: [ReadDemoGuide] })
export class DemoModule {}
