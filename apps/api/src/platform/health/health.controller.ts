import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access';
import { Returns } from '../openapi';
import { OneOf } from '../validation';
import { Readiness } from './readiness';

class Health {
  @OneOf(['ok'])
  state!: 'ok';
}

/** For the machine that watches this one. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. Never touches the database. */
  @Access('public')
  @Returns(200, Health)
  @Get('live')
  getLiveness(): Health {
    return { state: 'ok' };
  }

  /** The process can do its work. 503 with Retry-After while the database is away or the server is stopping. */
  @Access('public')
  @Returns(200, Health)
  @Get('ready')
  async getReadiness(): Promise<Health> {
    await this.readiness.check();
    return { state: 'ok' };
  }
}
