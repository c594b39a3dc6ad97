import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { DemoGuideDto } from './dto/demo-guide.dto';
import { ReadDemoGuide } from './read-demo-guide';

@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(private readonly guide: ReadDemoGuide) {}

  /** How to try the demo: its people with their passwords, its stairwells, slips and phone codes. 404 demo_off. */
  @Access('public')
  @Returns(200, DemoGuideDto)
  @Get()
  readDemoGuide(): Promise<DemoGuideDto> {
    return this.guide.execute();
  }
}
