import { ApiProperty } from '@nestjs/swagger';

class ProblemFieldError {
  @ApiProperty({ description: 'Where in the request, segments joined by dots' })
  path!: string;

  @ApiProperty({ description: 'A sentence for people' })
  message!: string;
}

/** Every refusal of the API, as application/problem+json (RFC 9457). */
export class Problem {
  @ApiProperty()
  type!: string;

  @ApiProperty({ description: 'A sentence for people' })
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ description: 'Stable, for programs' })
  code!: string;

  @ApiProperty({ required: false })
  detail?: string;

  @ApiProperty({ required: false, type: [ProblemFieldError] })
  errors?: ProblemFieldError[];

  @ApiProperty({ description: 'Also in the X-Request-Id header and in the log' })
  requestId!: string;
}
