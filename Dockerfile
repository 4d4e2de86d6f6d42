FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/DigestSearch -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown app /data
USER app
VOLUME /data
ENV DIGESTSEARCH__DATA=/data DIGESTSEARCH__LOG__FORMAT=json
EXPOSE 5080
ENTRYPOINT ["./digestsearch"]
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
