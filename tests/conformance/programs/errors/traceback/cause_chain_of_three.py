class DatabaseError(Exception):
    pass

class ServiceError(Exception):
    pass

def connect():
    raise ConnectionRefusedError("port 5432")

def query():
    try:
        connect()
    except ConnectionError as e:
        raise DatabaseError("no database") from e

def handle():
    try:
        query()
    except DatabaseError as e:
        raise ServiceError("request failed") from e

handle()
