# The image of a published app: Debian and the folder that 'notable publish' writes, with no SDK and no other packages. In the repository:
#   environment/notable publish notebooks/app.ipynb -o artifacts/site
#   docker build -f environment/app.Dockerfile -t registry.example.org/notable:1 artifacts/site
FROM debian:12-slim
COPY . /app
USER 1000:1000
EXPOSE 8866
ENTRYPOINT ["/app/app"]
CMD ["--host", "0.0.0.0"]
