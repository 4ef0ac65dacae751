from datetime import datetime
print(datetime.strptime("5 Mar", "%d %b"))
print(datetime.strptime("6 Mar", "%d %b"))
print(datetime.strptime("7/03", "%d/%m"), datetime.strptime("7/03/24", "%d/%m/%y"), datetime.strptime("12:30", "%H:%M"))
