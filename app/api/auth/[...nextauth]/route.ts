import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth-options.ts';

type Params = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Params): Promise<Response> => NextAuth(request, context, authOptions());

export { handler as GET, handler as POST };
